import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { SubPages } from './SubPages';

const pages = [
  { path: '', name: 'All', Page: () => <h1>Everything</h1> },
  {
    path: 'teams',
    name: 'Teams',
    Page: lazy(async () => ({
      default: () => (
        <Routes>
          <Route path="/" element={<h1>Every team</h1>} />
          <Route path="/:name" element={<h1>One team</h1>} />
        </Routes>
      ),
    })),
  },
];

function show(path: string) {
  return renderInTestApp(
    <Routes>
      <Route
        path="/things/*"
        element={
          <SubPages label="Pages of things" root="/things" pages={pages}>
            <Route path="thing/:name" element={<h1>One thing</h1>} />
          </SubPages>
        }
      />
    </Routes>,
    { routeEntries: [path] },
  );
}

const current = () =>
  screen
    .getAllByRole('link')
    .filter(link => link.getAttribute('aria-current') === 'page')
    .map(link => link.textContent);

describe('SubPages', () => {
  it('leads from one page to another, and says which one is shown', async () => {
    await show('/things');
    expect(screen.getByRole('heading')).toHaveTextContent('Everything');
    expect(
      screen.getByRole('navigation', { name: 'Pages of things' }),
    ).toBeInTheDocument();
    expect(current()).toEqual(['All']);
    await userEvent.click(screen.getByRole('link', { name: 'Teams' }));
    expect(await screen.findByText('Every team')).toBeInTheDocument();
    expect(current()).toEqual(['Teams']);
  });

  it.each([
    ['/things/teams/payments', 'One team', ['Teams']],
    ['/things/thing/stone', 'One thing', []],
    ['/things/nothing', 'Everything', ['All']],
  ])('shows for %s the page "%s"', async (path, heading, marked) => {
    await show(path);
    expect(await screen.findByText(heading)).toBeInTheDocument();
    expect(current()).toEqual(marked);
  });
});
