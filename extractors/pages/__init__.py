"""An HTML page becomes an article with zones."""
