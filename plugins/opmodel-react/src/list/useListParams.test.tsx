import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useListParams, type ListParamsOptions } from './useListParams';
import { writeParams } from './writeParams';

interface Choice {
  burning: boolean;
  sort: string;
}

const options: ListParamsOptions<Choice, 'name' | 'owner'> = {
  table: { all: ['name', 'owner'], usual: ['name', 'owner'] },
  read: params => ({
    burning: params.get('burning') === 'true',
    sort: params.get('sort') ?? 'name',
  }),
  write: (params, { burning, sort }) =>
    writeParams(params, {
      burning: burning ? 'true' : undefined,
      sort: sort === 'name' ? undefined : sort,
    }),
  cleared: { burning: false },
};

function open(search: string) {
  const { result } = renderHook(
    () => ({
      list: useListParams(options),
      search: decodeURIComponent(useLocation().search),
      navigate: useNavigate(),
    }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MemoryRouter initialEntries={['/before', `/list${search}`]}>
          {children}
        </MemoryRouter>
      ),
    },
  );
  return {
    now: () => result.current,
    change: (change: (list: typeof result.current.list) => void) =>
      act(() => change(result.current.list)),
    back: () => act(() => result.current.navigate(-1)),
  };
}

describe('useListParams', () => {
  it('reads what a link says and keeps what it does not know', () => {
    const page = open(
      '?owner=group:default/a&burning=true&density=compact&x=1',
    );
    expect(page.now().list).toMatchObject({
      filter: { owner: ['group:default/a'] },
      choice: { burning: true, sort: 'name' },
      view: { columns: ['name', 'owner'], density: 'compact' },
    });
    page.change(({ choose }) => choose({ burning: false }));
    expect(page.now().search).toBe(
      '?owner=group:default/a&density=compact&x=1',
    );
  });

  it('goes back by one choice, over what was typed and how the table looked', () => {
    const page = open('');
    page.change(({ choose }) => choose({ sort: '-name' }));
    page.change(({ show }) => show({ density: 'compact' }));
    page.change(({ narrow }) => narrow({ text: 'pay' }, true));
    expect(page.now().search).toContain('density=compact');
    page.back();
    expect(page.now().search).toBe('');
    expect(page.now().list.choice.sort).toBe('name');
  });

  it('clears the filters and nothing else', () => {
    const page = open('?owner=group:default/a&burning=true&sort=-name');
    page.change(({ clear }) => clear());
    expect(page.now().search).toBe('?sort=-name');
  });
});
