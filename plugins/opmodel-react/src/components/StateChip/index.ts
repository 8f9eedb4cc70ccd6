export { NoteChip } from './NoteChip';
export { StateChip, useStateWord, type StateChipProps } from './StateChip';
export { StateIcon } from './StateIcon';
