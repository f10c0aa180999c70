"""The printing kit: sheets, type, charts and the house style of every paper."""
