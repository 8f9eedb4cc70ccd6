import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useId, useState } from 'react';
import { opmodelTranslationRef } from '../../translation';
import { ActionButton } from '../ActionButton';

/** One file that can be had. */
export interface ExportChoice {
  /** What is in it, and its format. */
  label: string;
  onChoose: () => void;
}

/** Props of {@link ExportMenu}. */
export interface ExportMenuProps {
  choices: readonly ExportChoice[];
  /** What is exported, where a page has more than one such button. */
  subject?: string;
  disabled?: boolean;
}

/** The button that offers what is on the page as files. */
export function ExportMenu(props: ExportMenuProps) {
  const { choices, subject, disabled } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const menuId = useId();
  return (
    <>
      <ActionButton
        startIcon={<GetAppIcon />}
        disabled={disabled}
        aria-label={subject && t('export.buttonOf', { subject })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('export.button')}
      </ActionButton>
      <Menu
        id={menuId}
        open={anchor !== null}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(null)}
      >
        {choices.map(({ label, onChoose }) => (
          <MenuItem
            key={label}
            onClick={() => {
              setAnchor(null);
              onChoose();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
