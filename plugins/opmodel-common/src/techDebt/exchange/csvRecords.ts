/** One row of a CSV file. */
export interface CsvRecord {
  /** From 1, as a spreadsheet counts them: the header is the first, and a row may have several lines. */
  row: number;
  cells: readonly string[];
  /** What of it is no CSV; null: all is. */
  problem: string | null;
}

/** What parts the cells of a row. */
export type CsvDelimiter = ',' | ';' | '\t';

/** The rows of a CSV file, and what parts their cells. */
export interface CsvTable {
  delimiter: CsvDelimiter;
  /** The header first; rows without anything in them are left out. */
  records: CsvRecord[];
}

const delimiters: readonly CsvDelimiter[] = [',', ';', '\t'];

class CsvReader {
  readonly #text: string;
  readonly #cellEnd: RegExp;
  readonly #delimiter: CsvDelimiter;
  #at: number;
  #row = 0;

  constructor(text: string, start: number, delimiter: CsvDelimiter) {
    this.#text = text;
    this.#at = start;
    this.#delimiter = delimiter;
    this.#cellEnd = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  }

  read(): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.#at < this.#text.length) {
      const record = this.readRow();
      if (!isBlank(record)) {
        records.push(record);
      }
    }
    return records;
  }

  /** The first row in which there is anything. */
  readHeader(): CsvRecord {
    let record = this.readRow();
    while (isBlank(record) && this.#at < this.#text.length) {
      record = this.readRow();
    }
    return record;
  }

  readRow(): CsvRecord {
    this.#row += 1;
    const cells: string[] = [];
    let problem: string | null = null;
    let hasMore = true;
    while (hasMore) {
      const isQuoted = this.#text[this.#at] === '"';
      const quoted = isQuoted ? this.#readQuoted() : null;
      const rest = this.#readPlain();
      cells.push(quoted?.value ?? rest);
      if (quoted?.isOpen) {
        problem =
          'has a quotation mark that is never closed; nothing that follows it was read';
      } else if (quoted && rest.trim() !== '') {
        problem ??= 'has text behind a closing quotation mark';
      }
      hasMore = this.#text[this.#at] === this.#delimiter;
      this.#at += hasMore ? 1 : 0;
    }
    this.#skipLineEnd();
    return { row: this.#row, cells, problem };
  }

  /** A cell that begins with a quotation mark, as far as the mark that closes it. */
  #readQuoted(): { value: string; isOpen: boolean } {
    const parts: string[] = [];
    let from = this.#at + 1;
    for (;;) {
      const quote = this.#text.indexOf('"', from);
      if (quote < 0) {
        parts.push(this.#text.slice(from));
        this.#at = this.#text.length;
        return { value: parts.join(''), isOpen: true };
      }
      parts.push(this.#text.slice(from, quote));
      if (this.#text[quote + 1] !== '"') {
        this.#at = quote + 1;
        return { value: parts.join(''), isOpen: false };
      }
      parts.push('"');
      from = quote + 2;
    }
  }

  #readPlain(): string {
    this.#cellEnd.lastIndex = this.#at;
    const end = this.#cellEnd.exec(this.#text)?.index ?? this.#text.length;
    const plain = this.#text.slice(this.#at, end);
    this.#at = end;
    return plain;
  }

  #skipLineEnd(): void {
    if (this.#text.startsWith('\r\n', this.#at)) {
      this.#at += 2;
    } else if (this.#at < this.#text.length) {
      this.#at += 1;
    }
  }
}

/**
 * Reads CSV as RFC 4180 has it, with what spreadsheets do otherwise: a byte order mark, a first line `sep=;`, semicolons or tabs for
 * commas, and any line ending. It never throws, and takes a time that grows with the text and not faster.
 */
export function parseCsv(text: string): CsvTable {
  const [mark] = /^\ufeff?/.exec(text)!;
  const said = /^\ufeff?sep=([,;\t])\r?\n/i.exec(text);
  const start = (said ?? [mark])[0].length;
  const delimiter =
    (said?.[1] as CsvDelimiter | undefined) ?? detectDelimiter(text, start);
  return { delimiter, records: new CsvReader(text, start, delimiter).read() };
}

/** That which parts the header into most cells; of those that do alike, the first. */
function detectDelimiter(text: string, start: number): CsvDelimiter {
  const counts = delimiters.map(
    delimiter =>
      new CsvReader(text, start, delimiter).readHeader().cells.length,
  );
  return delimiters[counts.indexOf(Math.max(...counts))];
}

function isBlank({ cells, problem }: CsvRecord): boolean {
  return problem === null && cells.every(cell => cell.trim() === '');
}
