import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { checkContract, describeContractErrors } from '../contractErrors';
import { intakeEventSchema } from '../intakeEventSchema';
import { alterBody } from './alterBody';
import type { WebhookDelivery, WebhookReader } from './WebhookReader';

/** A reader with deliveries as its outside system sends them, for one check of the contract. */
export interface WebhookReaderContractFixture {
  reader: WebhookReader;
  /** At least one of them says something. */
  deliveries: WebhookDelivery[];
}

/** One rule that every reader keeps. */
export interface WebhookReaderContractCheck {
  name: string;
  /**
   * @throws when the reader breaks the rule, saying how
   */
  check(fixture: WebhookReaderContractFixture): void;
}

function hold(condition: unknown, breach: string): asserts condition {
  if (!condition) {
    throw new Error(`The reader breaks its contract: ${breach}`);
  }
}

function describe({ source, id }: IntakeEvent): string {
  return JSON.stringify([source, id]);
}

function isContractError(error: unknown): boolean {
  return error instanceof Error && error.name === 'WebhookContractError';
}

/** Changes nothing may be written to, so that a reader which writes to what it is given is found out. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

/**
 * The rules that the inbox relies on. A module holds its reader against them in its own tests, with any test runner:
 *
 * ```ts
 * it.each(webhookReaderContract)('$name', ({ check }) => check({ reader, deliveries }));
 * ```
 */
export const webhookReaderContract: WebhookReaderContractCheck[] = [
  {
    name: 'has a type, a title, and topics that end in types',
    check({ reader }) {
      hold(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(reader.type),
        `the type "${reader.type}" is not in kebab-case`,
      );
      hold(reader.title.trim(), 'the title is empty');
      for (const topic of reader.topics ?? []) {
        hold(
          /^[^.\s]+\.\S*[^.\s]$/.test(topic),
          `the topic "${topic}" does not end in a dot and a type`,
        );
      }
    },
  },
  {
    name: 'gives valid events of its own sources',
    check({ reader, deliveries }) {
      const events = deliveries.flatMap(delivery => reader.read(delivery));
      hold(events.length > 0, 'none of the deliveries says anything');
      for (const event of events) {
        const result = checkContract(intakeEventSchema, event);
        hold(
          result.success,
          `the event ${describe(event)} is not valid: ${describeContractErrors(
            result.success ? [] : result.errors,
          )}`,
        );
        hold(
          event.source.startsWith(`${reader.type}:`),
          `the source ${event.source} does not start with ${reader.type}:`,
        );
      }
    },
  },
  {
    name: 'says the same when a delivery arrives again, at another time',
    check({ reader, deliveries }) {
      for (const delivery of deliveries) {
        const identities = (receivedAt: number) =>
          reader
            .read(freeze({ ...delivery, receivedAt }))
            .map(describe)
            .join();
        hold(
          identities(delivery.receivedAt) ===
            identities(delivery.receivedAt + 60_000),
          'the identity of an event depends on when its delivery arrived, so that one fact would count twice',
        );
      }
    },
  },
  {
    name: 'refuses a body that is not as documented, and fails at none',
    check({ reader, deliveries }) {
      for (const delivery of deliveries) {
        for (const { path, body } of alterBody(delivery.body)) {
          try {
            reader.read({ ...delivery, body });
          } catch (error) {
            hold(
              isContractError(error),
              `a body with another ${
                path || 'value'
              } makes it fail with "${error}" instead of a WebhookContractError`,
            );
          }
        }
      }
    },
  },
];
