import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useRef, useState } from 'react';
import { useFormats } from '../../format/useFormats';
import { opmodelTranslationRef } from '../../translation';
import {
  NAMED_WINDOWS,
  type NamedWindow,
  type WindowSelection,
} from '../../window/windowSelection';
import { SegmentedButtons } from '../SegmentedButtons';
import { CustomWindowForm } from './CustomWindowForm';

const useStyles = makeStyles({
  picker: { '@media print': { display: 'none' } },
});

/** Props of {@link WindowPicker}. */
export interface WindowPickerProps {
  /** Undefined: the window that `own` names. */
  value: WindowSelection | undefined;
  onChange: (selection: WindowSelection) => void;
  /** Days of the window that is shown, as a start for days of one's own. ISO days. */
  days?: { from: string; to: string };
  /** A window that what is shown has of itself, offered first. */
  own?: { label: string; hint: string; onChoose: () => void };
}

/** Chooses the days that a page is about. */
export function WindowPicker(props: WindowPickerProps) {
  const { value, onChange, days, own } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const anchor = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState(false);
  const names: Record<NamedWindow, { label: string; hint: string }> = {
    P30D: {
      label: t('window.lastDays', { n: '30' }),
      hint: t('window.lastDaysLong', { n: '30' }),
    },
    P90D: {
      label: t('window.lastDays', { n: '90' }),
      hint: t('window.lastDaysLong', { n: '90' }),
    },
    P1Y: { label: t('window.lastYear'), hint: t('window.lastYearLong') },
    quarter: { label: t('window.quarter'), hint: t('window.quarterLong') },
  };
  const custom = value?.type === 'custom' ? value : undefined;
  const named = value?.type === 'named' ? value.window : 'custom';
  return (
    <div ref={anchor} className={classes.picker}>
      <SegmentedButtons
        label={t('window.label')}
        value={value === undefined ? ('own' as const) : named}
        options={[
          ...(own
            ? [{ id: 'own' as const, label: own.label, hint: own.hint }]
            : []),
          ...NAMED_WINDOWS.map(window => ({ id: window, ...names[window] })),
          {
            id: 'custom' as const,
            label: custom
              ? formats.dayRange(custom.from, custom.to)
              : t('window.custom'),
            hint: t('window.customLong'),
          },
        ]}
        onChange={chosen => {
          if (chosen === 'own') {
            own?.onChoose();
          } else if (chosen === 'custom') {
            setEditing(true);
          } else {
            onChange({ type: 'named', window: chosen });
          }
        }}
      />
      <Popover
        open={editing}
        anchorEl={anchor.current}
        onClose={() => setEditing(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <CustomWindowForm
          initial={custom ?? days}
          onCancel={() => setEditing(false)}
          onApply={chosen => {
            setEditing(false);
            onChange({ type: 'custom', ...chosen });
          }}
        />
      </Popover>
    </div>
  );
}
