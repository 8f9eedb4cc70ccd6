import { PromqlError } from '../promql/readPromqlTokens';
import type { SloDefinition, SloObjective } from '../sloDefinition';
import { UnwritableError } from './objectiveQueries';

/** Something that is not written, or not in full, and why. */
export interface RuleNote {
  /** Of the SLO. */
  ref: string;
  /** Place of the objective in the document. */
  objective: number;
  /** For people. */
  message: string;
}

/** What is written for another tool, of a whole catalog. */
export interface WrittenRules<T> {
  document: T;
  yaml: string;
  /** How many objectives it is of. */
  objectives: number;
  /** What is not in it, in the order of the definitions. */
  notes: RuleNote[];
}

/**
 * Writes each objective, and notes those that cannot be written.
 *
 * @param write - is given what takes a note
 * @param nameOf - by what the other tool tells objectives from each other: where another one has the name, nothing is written. Absent: it
 *   knows SLOs of one name apart
 * @throws what `write` throws, other than that an objective cannot be written
 */
export function writeEach<T>(
  definitions: readonly SloDefinition[],
  write: (
    definition: SloDefinition,
    objective: SloObjective,
    note: (message: string) => void,
  ) => T,
  nameOf?: (definition: SloDefinition, objective: SloObjective) => string,
): { written: T[]; notes: RuleNote[] } {
  const notes: RuleNote[] = [];
  const holders = new Map<string, string>();
  const written: T[] = [];
  for (const definition of definitions) {
    for (const objective of definition.objectives) {
      const note = (message: string) =>
        notes.push({
          ref: definition.ref,
          objective: objective.index,
          message,
        });
      try {
        const one = write(definition, objective, note);
        const name = nameOf?.(definition, objective);
        if (name !== undefined) {
          holdName(holders, name, definition, objective);
        }
        written.push(one);
      } catch (error) {
        if (
          !(error instanceof UnwritableError || error instanceof PromqlError)
        ) {
          throw error;
        }
        note(`nothing is written: ${error.message}`);
      }
    }
  }
  return { written, notes };
}

/**
 * @throws UnwritableError when another objective holds the name
 */
function holdName(
  holders: Map<string, string>,
  name: string,
  { ref }: SloDefinition,
  { index }: SloObjective,
): void {
  const holder = holders.get(name);
  if (holder !== undefined) {
    throw new UnwritableError(`${holder} has its name, ${name}, already`);
  }
  holders.set(name, `objective ${index} of ${ref}`);
}
