"""When: calendar dates as EDTF, and the dated statements around them."""
