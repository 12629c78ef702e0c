"""Tests of Waymark."""
