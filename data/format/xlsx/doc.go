// Package xlsx reads and writes workbooks of Excel and of the programs that
// speak its format (.xlsx, .xlsm). What enters: a file; what leaves: a
// table.Table for each sheet, or a workbook of a dataset.
//
// What it refuses, with a word on what to do: workbooks that a password
// protects, the older .xls and .xlsb, .ods and .numbers, archives that unpack
// to more than the limits allow, parts with entities.
//
// The workbook, its sheets and number formats are read by excelize, which also
// writes. Cells are read here: excelize hands on rows as texts, without the
// number format that makes a number a date, without formulas and errors; what
// knows these holds a whole sheet in memory, some hundred bytes for each cell.
// Here a sheet of any length passes through in a stream.
package xlsx
