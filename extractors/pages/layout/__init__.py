"""The parts of a page: blocks and lines, told apart as text of the article, teasers, comments and other."""
