"""What a site holds as data: files for machines, and the page that explains them."""

from sitegen.compose.data.files import data_files
from sitegen.compose.data.page import data_page

__all__ = ["data_files", "data_page"]
