import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtFileFormat } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useRef, useState } from 'react';
import { DebtDocsLink } from '../../facts';
import { SelectInput, TextInput } from '../../forms';
import { formatOfFile } from '../../imports/formatOfFile';
import type { DebtImporting } from '../../imports/useDebtImport';
import { techDebtImportsTranslationRef } from '../../translations/imports';
import { toImportFile, type ChosenFile } from './chosenFile';

const useStyles = makeStyles(theme => ({
  fields: { display: 'grid', gap: theme.spacing(2), maxWidth: 720 },
  // The button stands for it; it is found by its label all the same.
  input: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}));

const formats: readonly { id: DebtFileFormat; label: string }[] = [
  { id: 'csv', label: 'CSV' },
  { id: 'json', label: 'JSON' },
  { id: 'yaml', label: 'YAML' },
];

/** Chooses what is to be imported. */
export function FilePanel(props: {
  file: ChosenFile;
  importing: DebtImporting;
  onChoose: (change: Partial<ChosenFile>) => void;
}) {
  const { file, importing, onChoose } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const numbers = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState<string>();
  const [tried, setTried] = useState(false);
  const read = async (chosen: File | undefined) => {
    if (!chosen) {
      return;
    }
    setUnreadable(undefined);
    try {
      const text = await chosen.text();
      const format = formatOfFile(chosen.name);
      onChoose({
        name: chosen.name,
        text,
        columns: [],
        ...(format && { format }),
      });
    } catch (error) {
      setUnreadable(error instanceof Error ? error.message : String(error));
    }
  };
  const look = () => {
    setTried(true);
    if (file.text.trim()) {
      importing.look(toImportFile(file));
    }
  };
  return (
    <Panel title={t('choose.title')}>
      <div className={classes.fields}>
        <p className={facts.quiet}>
          {t('choose.text')} <DebtDocsLink />
        </p>
        <div className={facts.line}>
          <input
            ref={input}
            type="file"
            accept=".csv,.json,.yaml,.yml,.txt"
            className={classes.input}
            aria-label={t('choose.file')}
            tabIndex={-1}
            onChange={event => {
              read(event.target.files?.[0]);
              // The same file may be chosen again after it was mended.
              event.target.value = '';
            }}
          />
          <ActionButton
            variant="outlined"
            onClick={() => input.current?.click()}
          >
            {t('choose.file')}
          </ActionButton>
          {file.name && (
            <span role="status">
              {t('choose.chosen', {
                name: file.name,
                size: numbers.count(Math.ceil(file.text.length / 1_000)),
              })}
            </span>
          )}
        </div>
        {unreadable && (
          <FormHelperText error role="alert">
            {t('choose.unreadable', { message: unreadable })}
          </FormHelperText>
        )}
        {file.name === null && (
          <TextInput
            multiline
            label={t('choose.paste')}
            value={file.text}
            onChange={text => onChoose({ text, columns: [] })}
            problem={
              tried && !file.text.trim() ? t('choose.needed') : undefined
            }
          />
        )}
        <SelectInput
          label={t('choose.format')}
          value={file.format}
          choices={formats}
          onChange={format => onChoose({ format, columns: [] })}
        />
        <div className={facts.actions}>
          <ActionButton
            variant="contained"
            color="primary"
            aria-disabled={importing.looking}
            onClick={look}
          >
            {t('choose.look')}
          </ActionButton>
          {importing.looking && (
            <span role="status">{t('choose.looking')}</span>
          )}
        </div>
        {importing.lookError && (
          <FormHelperText error role="alert">
            {t('choose.failed', { message: importing.lookError.message })}
          </FormHelperText>
        )}
      </div>
    </Panel>
  );
}
