"""Who is named, and how a text describes them."""
