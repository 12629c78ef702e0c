"""What a conversation showed and worked out, kept in small form and told again on the page to keep."""
