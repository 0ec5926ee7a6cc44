"""The desk: browser pages to read, judge and search what was found. The only package that uses Starlette."""
