import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import type {
  OwnershipGap,
  OwnershipRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { GapDateDialog } from '../GapsPanel';

/** The earliest day by which a gap of an entity is to be closed, and the way to set one. */
export function DueDateCell(props: {
  row: OwnershipRow;
  onChanged: () => void;
}) {
  const { row, onChanged } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const words = useOwnershipWords();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [gap, setGap] = useState<OwnershipGap>();
  const choose = (chosen: OwnershipGap) => {
    setAnchor(null);
    setGap(chosen);
  };
  return (
    <>
      {row.dueDay !== null && formats.day(row.dueDay)}{' '}
      {row.overdue && <StateChip state="bad" label={t('list.overdue')} />}
      {row.gaps.length > 0 && (
        <ActionButton
          aria-label={t('list.setDateOf', { title: row.title })}
          aria-haspopup={row.gaps.length > 1 ? 'menu' : 'dialog'}
          onClick={event =>
            row.gaps.length > 1
              ? setAnchor(event.currentTarget)
              : setGap(row.gaps[0])
          }
        >
          {t('list.setDate')}
        </ActionButton>
      )}
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
      >
        {row.gaps.map(id => (
          <MenuItem key={id} onClick={() => choose(id)}>
            {words.gap[id]}
          </MenuItem>
        ))}
      </Menu>
      {gap && (
        <GapDateDialog
          entityRef={row.ref}
          title={row.title}
          gap={gap}
          date={row.gapDates.find(date => date.gap === gap)}
          onClose={() => setGap(undefined)}
          onDone={onChanged}
        />
      )}
    </>
  );
}
