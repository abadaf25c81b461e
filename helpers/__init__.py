"""Who met whom, when, where, what was it about, and how do we know?"""

__version__ = "0.1.0"
