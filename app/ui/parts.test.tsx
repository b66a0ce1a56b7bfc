// The small parts: what they are to someone who does not see them.
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { Button, IconButton } from './Button.tsx';
import { DataTable } from './DataTable.tsx';
import { Details } from './Details.tsx';
import { Notice } from './Notice.tsx';
import { Panel } from './Panel.tsx';
import { SegmentedControl } from './SegmentedControl.tsx';
import { Tabs } from './Tabs.tsx';

afterEach(cleanup);

it('a button does not send forms, and an icon has a name', async () => {
  const onClick = vi.fn();
  render(
    <>
      <Button onClick={onClick}>Run</Button>
      <IconButton icon="play" label="Play" disabled onClick={onClick} />
    </>,
  );
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).type).toBe('button');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Run' }));
  await user.click(screen.getByRole('button', { name: 'Play' }));
  expect(onClick).toHaveBeenCalledTimes(1);
});

function Version() {
  const [value, setValue] = useState<'3.1.1' | '5.0'>('3.1.1');
  return (
    <SegmentedControl
      label="Version"
      value={value}
      onChange={setValue}
      options={[
        { value: '3.1.1', label: '3.1.1' },
        { value: '5.0', label: '5.0' },
      ]}
    />
  );
}

it('a segmented control is a group of radio buttons', async () => {
  const user = userEvent.setup();
  render(<Version />);
  const group = screen.getByRole('group', { name: 'Version' });
  await user.click(within(group).getByText('5.0'));
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: '5.0' }).checked).toBe(true);
});

it.each([
  ['off', 'note'],
  ['polite', 'status'],
  ['assertive', 'alert'],
] as const)('a notice announced %s is a %s', (announce, role) => {
  render(
    <Notice kind="problem" announce={announce} title="The worker stopped">
      Out of memory.
    </Notice>,
    { wrapper: Translations },
  );
  expect(screen.getByRole(role).textContent).toBe('Problem:The worker stoppedOut of memory.');
});

it('a panel is a region named by its title, or by a label', () => {
  render(
    <>
      <Panel title="On the wire">x</Panel>
      <Panel label="Stage">y</Panel>
    </>,
  );
  expect(within(screen.getByRole('region', { name: 'On the wire' })).getByRole('heading', { level: 2 })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Stage' })).toBeTruthy();
});

it('a table has heads for rows and columns, and empty cells where nothing is known', () => {
  render(
    <DataTable
      caption="Compared"
      corner="Figure"
      columns={[
        { key: 'run', head: 'This run', align: 'end' },
        { key: 'course', head: 'Course' },
      ]}
      rows={[{ key: 'd', head: 'Delivered', cells: { run: 81 } }]}
    />,
  );
  const table = screen.getByRole('table', { name: 'Compared' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Figure', 'This run', 'Course']);
  expect(within(table).getByRole('row', { name: 'Delivered 81' })).toBeTruthy();
});

it('a table that is wider than its place can be reached and scrolled by keyboard', () => {
  const wide = vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(900);
  render(<DataTable caption="Wide" columns={[{ key: 'a', head: 'A' }]} rows={[{ key: 'r', head: 'R', cells: { a: 1 } }]} />);
  expect(screen.getByRole('group', { name: 'Wide' }).tabIndex).toBe(0);
  cleanup();
  wide.mockReturnValue(0);
  render(<DataTable caption="Narrow" columns={[{ key: 'a', head: 'A' }]} rows={[{ key: 'r', head: 'R', cells: { a: 1 } }]} />);
  expect(screen.queryByRole('group')).toBeNull();
  wide.mockRestore();
});

it('details open and close', () => {
  render(<Details summary="Why?">Because.</Details>);
  const group = screen.getByRole<HTMLDetailsElement>('group');
  expect(group.open).toBe(false);
  screen.getByText('Why?').click();
  expect(group.open).toBe(true);
});

function Views() {
  const [value, setValue] = useState<'log' | 'wire'>('log');
  const tabs = [
    { id: 'log', label: 'Log', content: 'the log' },
    { id: 'wire', label: 'Wire', content: 'the wire' },
  ] as const;
  return <Tabs label="Views" value={value} onChange={setValue} tabs={tabs} />;
}

it('tabs follow the arrow keys and show one view', async () => {
  const user = userEvent.setup();
  render(<Views />);
  expect(screen.getByRole('tabpanel', { name: 'Log' }).textContent).toBe('the log');
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Wire' }).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('tabpanel').textContent).toBe('the wire');
});
