import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import {
  debtLinkTypes,
  debtTextLimits,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { SelectInput, TextInput } from '../../forms';
import { techDebtEditorTranslationRef } from '../../translations/editor';
import { useDebtWords } from '../../words/useDebtWords';
import type { LinkDraft } from '../debtDraft';
import type { DebtEditor } from '../useDebtEditor';
import type { FieldProblems } from '../useFieldProblems';
import { useFieldStyles } from './useFieldStyles';

/** What the item is linked to. */
export function LinkFields(props: {
  editor: DebtEditor;
  problems: FieldProblems;
}) {
  const { editor, problems } = props;
  const { links } = editor.draft;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const words = useDebtWords();
  const facts = useFactStyles();
  const classes = useFieldStyles();
  const put = (at: number, changes: Partial<LinkDraft>) =>
    editor.set({
      links: links.map((link, place) =>
        place === at ? { ...link, ...changes } : link,
      ),
    });
  const problem = problems.at('links');
  return (
    <div className={classes.fields}>
      {links.length === 0 && <p className={facts.quiet}>{t('links.none')}</p>}
      {links.map((link, at) => {
        const n = String(at + 1);
        return (
          // Links have no name of their own until they are kept; they never change places.
          // eslint-disable-next-line react/no-array-index-key
          <div key={at} className={classes.link}>
            <SelectInput
              label={t('links.type', { n })}
              value={link.type}
              choices={debtLinkTypes.map(id => ({
                id,
                label: words.link[id],
              }))}
              onChange={type => put(at, { type })}
            />
            <TextInput
              label={t('links.ref', { n })}
              longest={debtTextLimits.linkRef}
              value={link.ref}
              onChange={ref => put(at, { ref })}
            />
            <TextInput
              label={t('links.name', { n })}
              longest={debtTextLimits.linkTitle}
              value={link.title}
              onChange={title => put(at, { title })}
            />
            <ActionButton
              aria-label={t('links.remove', { n })}
              onClick={() =>
                editor.set({
                  links: links.filter((_, place) => place !== at),
                })
              }
            >
              {t('links.removeShort')}
            </ActionButton>
          </div>
        );
      })}
      {problem && <FormHelperText error>{problem}</FormHelperText>}
      {links.length < debtTextLimits.links && (
        <div>
          <ActionButton
            variant="outlined"
            onClick={() =>
              editor.set({
                links: [...links, { type: 'issue', ref: '', title: '' }],
              })
            }
          >
            {t('links.add')}
          </ActionButton>
        </div>
      )}
    </div>
  );
}
