"""Lists in and out: reading CSV and XLSX, recognising their columns, writing them safely."""
