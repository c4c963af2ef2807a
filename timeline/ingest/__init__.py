"""The writing side: files become rows, all or nothing. Imports models; knows no request and no export."""
