import type { VerdictState } from '@opmodel/backstage-plugin-opmodel-common';
import { NoteChip, StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { stateOfVerdict } from './stateOfVerdict';
import { useScorecardWords } from './useScorecardWords';

/** A verdict as word, icon and colour. What is not asked has neither icon nor colour: there is nothing to judge. */
export function VerdictChip(props: { state: VerdictState }) {
  const { state } = props;
  const words = useScorecardWords();
  const shown = stateOfVerdict[state];
  return shown ? (
    <StateChip state={shown} label={words.verdict[state]} />
  ) : (
    <NoteChip>{words.verdict[state]}</NoteChip>
  );
}
