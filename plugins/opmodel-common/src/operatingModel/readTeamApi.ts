import { DateTime } from 'luxon';
import { completeRef } from './completeRef';
import {
  type DocumentPart,
  readList,
  readPart,
  readText,
  readTexts,
  readUrl,
  readWord,
} from './documentValues';
import type { TeamApi, TeamApiInteraction } from './operatingDocuments';

/** Annotation by which a group names the document that is its Team API: a path or an address. */
export const teamApiAnnotation = 'opmodel.io/team-api';

/** Annotation in which the catalog module keeps the address that a Team API was read from, where it has one. */
export const teamApiUrlAnnotation = 'opmodel.io/team-api-url';

/** Annotation by which a group states its type in Team Topologies' words, where it has no Team API document. */
export const teamTypeAnnotation = 'opmodel.io/team-type';

/** Team Topologies' types of teams. */
export const teamTypes = [
  'stream-aligned',
  'platform',
  'enabling',
  'complicated-subsystem',
] as const;

/** Team Topologies' ways in which two teams work together. */
export const interactionModes = [
  'collaboration',
  'x-as-a-service',
  'facilitating',
] as const;

/**
 * Reads what a group says of itself, from the document that the snapshot keeps of it: `teamApi`, in the field names of the TeamAPI
 * specification (https://github.com/TeamTopologies/TeamAPI-As-Code) and in the shorter ones of {@link TeamApi}. It never throws:
 * what cannot be read is left out.
 *
 * @param annotations - of the group; its team type counts where the document names none
 * @returns null where it says nothing
 */
export function readTeamApi(
  document: DocumentPart | undefined,
  annotations: Readonly<Record<string, string>> = {},
): TeamApi | null {
  const written = readPart(readPart(document).teamApi);
  const annotated = readWord(annotations[teamTypeAnnotation], teamTypes);
  if (Object.keys(written).length === 0 && annotated === null) {
    return null;
  }
  const info = readPart(written.info);
  return {
    info: {
      name: readText(info.name),
      focus: readText(info.focus),
      type: readWord(info.type, teamTypes) ?? annotated,
    },
    channels: named(written.channels).map(([name, part]) => ({
      type: readText(part.type) ?? 'channel',
      name,
      url: readUrl(part.url),
    })),
    searchTerms: readTexts(
      readList(written.searchTerms).map(item => readPart(item).term ?? item),
    ),
    services: named(written.services).map(([name, part]) => ({
      name,
      url: readUrl(part.url) ?? readUrl(part.repository),
      versioning: readText(readPart(part.versioning).type ?? part.versioning),
      entityRef: completeRef(part.entityRef, 'component'),
    })),
    work: readWork(written.work),
    meetings: readList(written.meetings).flatMap(
      item => readMeeting(readPart(item)) ?? [],
    ),
    interactions: readList(written.interactions).flatMap(
      item => readInteraction(readPart(item)) ?? [],
    ),
  };
}

/** The entries of a list that have a name. */
function named(value: unknown): [string, DocumentPart][] {
  return readList(value).flatMap(item => {
    const part = readPart(item);
    const name = readText(part.name) ?? readText(item);
    return name === null ? [] : [[name, part] as [string, DocumentPart]];
  });
}

/** The specification sorts work by kind; a plain list will do as well. */
function readWork(value: unknown): TeamApi['work'] {
  const { services, waysOfWorking, crossTeam } = readPart(value);
  return [
    ...(Array.isArray(value) ? value : []),
    ...[services, waysOfWorking, crossTeam].flatMap(readList),
  ].flatMap(item =>
    named([item]).map(([name, part]) => ({
      name,
      url: readUrl(part.url) ?? readUrl(part.$ref),
    })),
  );
}

function readMeeting(part: DocumentPart): TeamApi['meetings'][number] | null {
  const purpose = readText(part.purpose);
  const name = readText(part.name) ?? purpose;
  const day = [readText(part.dayOfWeek), readText(part.timeOfDay)]
    .flatMap(word => word ?? [])
    .join(' ');
  const minutes = readText(part.durationMinutes);
  const time = [day, minutes && `${minutes} min`].filter(Boolean).join(', ');
  return name === null
    ? null
    : {
        name,
        purpose,
        time: readText(part.time) ?? readText(time),
        url: readUrl(part.url) ?? readUrl(part.$ref),
      };
}

/** An interaction in either set of field names; null without a team or a mode. */
function readInteraction(part: DocumentPart): TeamApiInteraction | null {
  const team = readInteractionTeam(part);
  const mode = readWord(part.mode, interactionModes);
  const since = readDay(part.since) ?? readDay(part.startDate);
  return team !== null && mode !== null
    ? {
        team,
        mode,
        purpose: readText(part.purpose),
        since,
        expectedEnd: readDay(part.expectedEnd) ?? readEnd(since, part),
      }
    : null;
}

/** Ref of the other team of an interaction: `team` is one, `teamName` is one or its name in words. */
function readInteractionTeam(part: DocumentPart): string | null {
  const name = readText(part.teamName) ?? readText(part['team-name']);
  return (
    completeRef(part.team) ??
    completeRef(name) ??
    completeRef(name?.match(/[\p{L}\p{N}._]+/gu)?.join('-'))
  );
}

/** An ISO day that is in the calendar. */
function readDay(value: unknown): string | null {
  const text = readText(value) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    DateTime.fromISO(text, { zone: 'utc' }).isValid
    ? text
    : null;
}

/** The day on which an interaction ends that began on a day and lasts `expectedDuration` of `expectedDurationUnit`. */
function readEnd(since: string | null, part: DocumentPart): string | null {
  const count = Number(readText(part.expectedDuration) ?? NaN);
  const unit = readText(part.expectedDurationUnit)
    ?.toLowerCase()
    .replace(/s?$/, 's');
  if (
    since === null ||
    !(count > 0) ||
    (unit !== 'days' && unit !== 'weeks' && unit !== 'months')
  ) {
    return null;
  }
  const end = DateTime.fromISO(since, { zone: 'utc' }).plus({
    [unit]: Math.ceil(count),
  });
  return readDay(end.toISODate());
}
