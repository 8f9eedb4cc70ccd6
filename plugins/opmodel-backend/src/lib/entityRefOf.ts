import type { Request } from 'express';

/** The ref of the entity that the path of a request names, in lower case as the snapshot keeps it. */
export function entityRefOf(request: Request): string {
  const { kind, namespace, name } = request.params;
  return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}
