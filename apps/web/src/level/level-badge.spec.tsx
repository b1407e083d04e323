import { findingLevels, riskLevels } from '@matchwatch/domain';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FindingBadge, LevelBadge } from './level-badge.js';

describe('the level of an applicant', () => {
  it('is told by a word and by a shape of its own, never by colour alone', () => {
    const shapes = riskLevels.map((level) => {
      const { container, unmount } = render(<LevelBadge level={level} />);
      const shape = container.querySelector('svg')?.innerHTML;
      const text = container.textContent;
      unmount();
      return { shape, text };
    });
    expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(riskLevels.length);
    expect(new Set(shapes.map(({ text }) => text)).size).toBe(riskLevels.length);
    expect(shapes.every(({ text }) => text !== null && text.length > 3)).toBe(true);
  });

  it('keeps its shape out of what is read aloud', () => {
    const { container } = render(<LevelBadge level="high-risk" />);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByText('High risk')).toBeDefined();
  });
});

describe('the level of a finding', () => {
  it.each(findingLevels)('%s has a shape and a word', (level) => {
    const { container } = render(<FindingBadge level={level} />);
    expect(container.querySelector('svg')).not.toBeNull();
    expect(container.textContent).not.toBe('');
  });
});
