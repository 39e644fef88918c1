import { Anchor, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

/** A link inside text or a list, to a page of the application: `<TextLink to="/account">`. */
export const TextLink = createLink(Anchor<'a'>);

type AnchorButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

// Said as an element: the library would draw a <button> with an address, which nobody can open in a new tab.
function AnchorButton(props: AnchorButtonProps) {
  return <Button component="a" {...props} />;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export const LinkButton = createLink(AnchorButton);
