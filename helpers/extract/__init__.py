"""One article → facts with character spans.

`helpers.extract.article.extract_article` holds the order of the steps. Nothing
here knows another article, the publication date or the holder of an office.
"""
