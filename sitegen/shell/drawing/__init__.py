"""Pixels: narrower copies of pictures, and social cards. The one place that imports Pillow.

Its modules are imported where something is drawn, for a build that draws nothing shall not pay for Pillow.
"""
