package xlsx

// Workbook writes tables with another bound on rows.
var Workbook = workbook
