import { instantSchema } from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

const spaced =
  /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) (UTC|[+-]\d{2}:?\d{2})$/;

function toIso(text: string): string {
  const [, day, time, zone] = spaced.exec(text) ?? [];
  if (day === undefined) {
    return text;
  }
  return `${day}T${time}${
    zone === 'UTC' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  }`;
}

/** An instant as GitLab writes it: ISO 8601, `2021-04-28 21:50:00 +0200`, or `2017-09-15 16:50:55 UTC`. */
export const gitlabInstantSchema = z
  .string()
  .transform(toIso)
  .pipe(instantSchema);
