"""The data that readers take away: all that is known, in the formats that their tools read."""

from vnitcoop.write.data.files import DataFile, beside, data_files, record_files

__all__ = ["DataFile", "beside", "data_files", "record_files"]
