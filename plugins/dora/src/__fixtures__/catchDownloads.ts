/** Files that a page handed to the browser. */
export interface Downloads {
  /** Names of the files, in their order. */
  names(): string[];
  /** The content of the last one. */
  lastContent(): Promise<string>;
  /** Lets the browser take files again. */
  restore(): void;
}

/** Catches what a page hands to the browser as files, in place of a browser that would keep them. */
export function catchDownloads(): Downloads {
  const blobs: Blob[] = [];
  const createObjectURL = (blob: Blob) => `blob:${blobs.push(blob)}`;
  Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} });
  const names: string[] = [];
  const clicked = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function remember(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  return {
    names: () => names,
    lastContent: () => blobs[blobs.length - 1].text(),
    restore: () => clicked.mockRestore(),
  };
}
