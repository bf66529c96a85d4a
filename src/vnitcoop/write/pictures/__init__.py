"""Pictures of what is known, drawn once as static SVG: no script, nothing asked of anybody, the same bytes each time.

Every picture stands beside a table that says the same. Text enters a picture only by way of `svg.py`.
"""
