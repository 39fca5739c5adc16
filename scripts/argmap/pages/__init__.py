"""What readers see: a context and a template for each type of page, and how texts name records."""
