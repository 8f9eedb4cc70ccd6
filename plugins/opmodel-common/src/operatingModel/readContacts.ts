import type { OwnershipContact } from '../client/OwnershipApi';
import {
  type DocumentPart,
  readList,
  readPart,
  readText,
  readUrl,
} from './documentValues';
import { readTeamApi } from './readTeamApi';

/** Annotation that says how to reach a team: addresses, numbers and channels, separated by commas. */
export const contactAnnotation = 'opmodel.io/contact';

type ContactType = OwnershipContact['type'];

/** Words by which channels and links say what they are. */
const words: [RegExp, ContactType][] = [
  [/^(e-?mail|mail|mailing.?list)$/i, 'email'],
  [/^(phone|tel|telephone|mobile|sms)$/i, 'phone'],
  [/^(pager|pagerduty|opsgenie|on-?call|page)$/i, 'page'],
  [
    /^(slack|chat|teams|ms-?teams|microsoft-?teams|discord|mattermost|zulip|rocket-?chat|google-?chat|matrix|irc|telegram|webex|channel)$/i,
    'chat',
  ],
];

/** Hosts on which people talk. */
const chatHost =
  /^https?:\/\/([^/]+\.)?(slack\.com|teams\.microsoft\.com|chat\.google\.com|discord\.(com|gg)|zulipchat\.com|matrix\.to|t\.me)(\/|$)/i;

/** What a link says of itself where one can ask somebody there. */
const asksThere = /\b(contact|support|help ?desk|help|ask|office hours)\b/i;

/** No address and no number is longer; looking at more of a text would take long. Characters. */
const LONGEST_ADDRESS = 254;

const emailForm = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const phoneForm = /^\+?[\d][\d\s()./-]{4,}$/;

/**
 * How to reach a team by day: the address of its profile, the channels of its Team API, those of its links that lead to people,
 * and its annotations. It never throws.
 *
 * @param document - what the snapshot keeps of the group
 * @param annotations - of the group
 * @returns each way once, in the order above
 */
export function readContacts(
  document: DocumentPart | undefined,
  annotations: Readonly<Record<string, string>> = {},
): OwnershipContact[] {
  const { profile, links } = readPart(document);
  const email = readText(readPart(profile).email);
  const contacts = [
    ...(email ? [contact('email', 'email', email, null, 'profile')] : []),
    ...(readTeamApi(document)?.channels ?? []).map(({ type, name, url }) =>
      contact(
        typeOfWord(type) ?? typeOfAddress(url ?? name) ?? 'chat',
        type,
        name,
        url,
        'team_api',
      ),
    ),
    ...readList(links).flatMap(link => contactOfLink(readPart(link)) ?? []),
    ...contactsOfAnnotations(annotations),
  ];
  const known = new Set<string>();
  return contacts.filter(({ type, value, url }) => {
    const key = `${type} ${(url ?? value).replace(/^#/, '').toLowerCase()}`;
    return !known.has(key) && known.add(key);
  });
}

function contact(
  type: ContactType,
  label: string,
  value: string,
  url: string | null,
  source: OwnershipContact['source'],
): OwnershipContact {
  return { type, label, value, url: url ?? linkTo(type, value), source };
}

function fits(form: RegExp, text: string): boolean {
  return text.length <= LONGEST_ADDRESS && form.test(text);
}

/** The address behind a contact that is none itself. */
function linkTo(type: ContactType, value: string): string | null {
  if (type === 'email' && fits(emailForm, value)) {
    return `mailto:${value}`;
  }
  if (type === 'phone' && fits(phoneForm, value)) {
    return `tel:${value.replace(/[^\d+]/g, '')}`;
  }
  return readUrl(value);
}

function typeOfWord(word: string): ContactType | null {
  return words.find(([form]) => form.test(word.trim()))?.[1] ?? null;
}

function typeOfAddress(text: string): ContactType | null {
  if (fits(emailForm, text) || /^mailto:/i.test(text)) {
    return 'email';
  }
  if (fits(phoneForm, text) || /^tel:/i.test(text)) {
    return 'phone';
  }
  if (chatHost.test(text) || /^(slack|msteams):/i.test(text)) {
    return 'chat';
  }
  return readUrl(text) ? 'link' : null;
}

/** A link leads to people by its address, or because it says so. Dashboards and documents are no contact. */
function contactOfLink(part: DocumentPart): OwnershipContact | null {
  const url = readUrl(part.url);
  if (url === null) {
    return null;
  }
  const title = readText(part.title);
  const said = [readText(part.type), readText(part.icon)]
    .map(word => word && typeOfWord(word))
    .find(type => type);
  const address = typeOfAddress(url);
  const type = said || (address === 'link' ? null : address);
  const asks = [part.type, part.icon, title].some(text =>
    asksThere.test(readText(text) ?? ''),
  );
  return type || asks
    ? contact(
        type ?? 'link',
        title ?? url,
        url.replace(/^(mailto|tel):/i, ''),
        url,
        'link',
      )
    : null;
}

function contactsOfAnnotations(
  annotations: Readonly<Record<string, string>>,
): OwnershipContact[] {
  return Object.entries(annotations).flatMap(([key, written]) => {
    const type = typeOfAnnotation(key);
    return type === null
      ? []
      : written.split(',').flatMap(item => {
          const value = readText(item);
          return value === null
            ? []
            : contact(
                typeOfAddress(value) ?? type,
                key,
                value.replace(/^(mailto|tel):/i, ''),
                readUrl(value),
                'annotation',
              );
        });
  });
}

/**
 * What an annotation is a contact of; null for one that is none. Backstage's own `slack.com/bot-notify` counts, and whatever
 * portals call the channel of a team, such as `slack.com/channel` or `example.com/slack-channel`.
 */
function typeOfAnnotation(key: string): ContactType | null {
  return key === contactAnnotation ||
    key === 'slack.com/bot-notify' ||
    /(^|[./-])slack.*\bchannel/i.test(key)
    ? 'chat'
    : null;
}
