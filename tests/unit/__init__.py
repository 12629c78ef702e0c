"""Tests of parts: no network, no model, no running assistant."""
