import { detectLicense, readDeclaredLicense } from './detectLicense';
import { type FileKind, isRead, kindsOfFile, scannersIn } from './fileKinds';
import type { ConfiguredFile } from './repositorySettings';

/** A file that tells something. */
export interface DigestedFile {
  path: string;
  kinds: readonly FileKind[];
  /** Names of the configured files that it is. */
  configured: readonly string[];
  /** Characters; only of what was read. */
  length?: number;
  /** SPDX id of the licence that it is or declares; null: one that is not known, or none. */
  license?: string | null;
  /** Scanners that it calls. */
  scanners?: readonly string[];
}

/** Of more files than these that tell something, the rest is left out: no folder is asked about that deep. */
const maximumFiles = 20_000;

/** Folders above a test that are noted. */
const testDepth = 8;

/**
 * What the files of a repository tell, small enough to be kept: what the text of a file says is noted, the text itself is let go.
 */
export class RepositoryDigest {
  readonly files: DigestedFile[] = [];
  /** Folders with a test in them or below; the root is the empty text. */
  readonly testedFolders = new Set<string>();
  readonly #configured: readonly ConfiguredFile[];
  readonly #byPath = new Map<string, DigestedFile>();

  constructor(configured: readonly ConfiguredFile[]) {
    this.#configured = configured;
  }

  /**
   * Takes note that there is a file.
   *
   * @returns whether its text is needed
   */
  note(path: string): boolean {
    const kinds = kindsOfFile(path);
    if (kinds.includes('test')) {
      this.#noteTest(path);
    }
    const told = kinds.filter(kind => kind !== 'test');
    const matching = this.#configured.filter(({ matches }) => matches(path));
    if (
      (told.length === 0 && matching.length === 0) ||
      this.files.length >= maximumFiles
    ) {
      return false;
    }
    const file: DigestedFile = {
      path,
      kinds: told,
      configured: matching.flatMap(({ name, contains }) =>
        contains ? [] : [name],
      ),
    };
    this.files.push(file);
    this.#byPath.set(path, file);
    return isRead(told) || matching.some(({ contains }) => contains);
  }

  /** Takes note of what the text of a file says. */
  read(path: string, text: string): void {
    const file = this.#byPath.get(path);
    if (!file) {
      return;
    }
    file.length = text.length;
    if (file.kinds.includes('license')) {
      file.license = detectLicense(text);
    }
    if (file.kinds.includes('manifest:npm')) {
      file.license = readDeclaredLicense(text);
    }
    if (file.kinds.some(kind => kind.startsWith('ci:'))) {
      file.scanners = scannersIn(text);
    }
    file.configured = this.#configured.flatMap(({ name, matches, contains }) =>
      matches(path) && (contains?.(text) ?? true) ? [name] : [],
    );
  }

  #noteTest(path: string): void {
    const folders = path.split('/').slice(0, -1);
    for (let depth = 0; depth <= Math.min(folders.length, testDepth); depth++) {
      this.testedFolders.add(folders.slice(0, depth).join('/'));
    }
  }
}
