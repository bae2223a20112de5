/** Where a workbook of ours keeps the files that go with injects: beside its own parts, so that it is whole by itself. */

export const FILES = 'foedus/files/';
