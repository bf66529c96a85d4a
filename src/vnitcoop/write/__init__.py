"""Write: what is known as pages, data files and a checked site."""
