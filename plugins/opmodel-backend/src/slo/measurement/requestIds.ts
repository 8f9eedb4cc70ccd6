/** Names an objective in the questions that sources are asked. */
export function requestIdOf(sloRef: string, objective: number): string {
  return `${sloRef} ${objective}`;
}

/** The objective that a question is about, for the engine's own sources. */
export function readRequestId(id: string): {
  sloRef: string;
  objective: number;
} {
  const at = id.lastIndexOf(' ');
  return { sloRef: id.slice(0, at), objective: Number(id.slice(at + 1)) };
}
