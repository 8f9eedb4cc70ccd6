import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useReducedMotion,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { techDebtDeedsTranslationRef } from '../translations/deeds';
import { useDebtWords, type DeedName } from '../words/useDebtWords';
import { statusAfter } from './statusAfter';

const useStyles = makeStyles(theme => ({
  button: {
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));

/** A menu of the statuses that an item may be brought into by its reader; nothing where there are none. */
export function MoveMenu(props: {
  item: Pick<DebtItemRow, 'id' | 'title' | 'status' | 'may'>;
  onChoose: (deed: DeedName) => void;
}) {
  const { item, onChoose } = props;
  const { t } = useTranslationRef(techDebtDeedsTranslationRef);
  const words = useDebtWords();
  const styles = useStyles();
  const still = useReducedMotion();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { deeds } = item.may;
  if (deeds.length === 0) {
    return null;
  }
  const choose = (deed: DeedName) => {
    setAnchor(null);
    onChoose(deed);
  };
  return (
    <>
      <ActionButton
        className={styles.button}
        variant="outlined"
        // A board gives the focus to the button of a card that it has just drawn, whose ripple is not there yet.
        focusRipple={false}
        data-item={item.id}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        aria-label={t('move.label', { title: item.title })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('move.to')}
      </ActionButton>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        transitionDuration={still ? 0 : undefined}
        MenuListProps={{ dense: true }}
      >
        {deeds.map(deed => (
          <MenuItem key={deed} onClick={() => choose(deed)}>
            {words.status[statusAfter(item.status, deed)]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
