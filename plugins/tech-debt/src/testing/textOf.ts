/** The text of an element with plain spaces. */
export function textOf(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/\s/g, ' ');
}
