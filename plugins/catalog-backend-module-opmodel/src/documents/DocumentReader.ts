import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError, toError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { DocumentSource } from './documentSource';
import { readDocumentText } from './readDocumentText';

/** What texts of one sort hold. */
export interface DocumentFormat<Content extends JsonValue> {
  /** As messages call it: `Team API`. */
  title: string;
  /** Longest text. Bytes. */
  maxLength: number;
  /** It never throws. */
  parse(text: string): {
    /** What can be used; null: nothing. */
    content: Content | null;
    /** What is wrong, a line each. */
    problems: readonly string[];
  };
}

/** What became of reading a document. */
export interface DocumentReading<Content extends JsonValue> {
  /** What was last read that can be used; absent: nothing ever was. */
  content?: Content;
  /** Names the content of the document, so that it need not be sent again. */
  etag?: string;
  /** What is wrong now. */
  error?: string;
}

/** Reads documents, and keeps what was right the last time while one is wrong or out of reach. */
export class DocumentReader<Content extends JsonValue> {
  readonly #format: DocumentFormat<Content>;
  readonly #urlReader: UrlReaderService;

  constructor(format: DocumentFormat<Content>, urlReader: UrlReaderService) {
    this.#format = format;
    this.#urlReader = urlReader;
  }

  /**
   * Never throws.
   *
   * @param before - what became of it the last time
   */
  async read(
    source: DocumentSource,
    before: DocumentReading<Content> | undefined,
  ): Promise<DocumentReading<Content>> {
    const { title, maxLength } = this.#format;
    const place = `The ${title} in ${source.target}`;
    // Without an etag where it fails, so that it is read in full as soon as it can be.
    const fail = (error: string) => ({ content: before?.content, error });
    try {
      const { text, etag } = await readDocumentText(source, this.#urlReader, {
        etag: before?.etag,
        maxLength,
      });
      const { content, problems } = this.#format.parse(text);
      const tell = (what: string) => [`${place} ${what}:`, ...problems];
      if (content === null) {
        return fail(tell('cannot be used').join('\n'));
      }
      return problems.length > 0
        ? { content, etag, error: tell('has parts that are wrong').join('\n') }
        : { content, etag };
    } catch (thrown) {
      const error = toError(thrown);
      return before && error.name === NotModifiedError.name
        ? before
        : fail(`${place} cannot be read: ${error.message}`);
    }
  }
}
