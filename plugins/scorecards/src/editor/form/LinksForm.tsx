import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActionButton } from '@opmodel/backstage-plugin-opmodel-react';
import { withFields, withoutPart, withPart, type WrittenLink } from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import { RowButtons } from './RowButtons';
import { SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

/** Where to read on about a check. */
export function LinksForm(props: {
  /** Of the list: `checks[3].links`. */
  path: string;
  links: readonly WrittenLink[];
  onChange: (links: WrittenLink[] | undefined) => void;
}) {
  const { path, links, onChange } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const change = (at: number, changes: WrittenLink) =>
    onChange(withPart(links, at, withFields(links[at], changes)));
  return (
    <>
      {links.map((link, at) => (
        <div
          // The place is all that tells two links without addresses apart.
          // eslint-disable-next-line react/no-array-index-key
          key={at}
          className={classes.row}
        >
          <div className={classes.columns}>
            <SpecText
              path={`${path}[${at}].title`}
              label={t('check.linkTitle')}
              value={link.title}
              onChange={title => change(at, { title })}
            />
            <SpecText
              path={`${path}[${at}].url`}
              label={t('check.linkUrl')}
              type="url"
              value={link.url}
              onChange={url => change(at, { url })}
            />
          </div>
          <RowButtons
            name={link.title ?? t('check.link')}
            at={at}
            of={links.length}
            onRemove={() => {
              const rest = withoutPart(links, at);
              onChange(rest.length > 0 ? rest : undefined);
            }}
          />
        </div>
      ))}
      <div>
        <ActionButton onClick={() => onChange([...links, {}])}>
          {t('check.addLink')}
        </ActionButton>
      </div>
    </>
  );
}
