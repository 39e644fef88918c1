import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link inside text or a list, to a page of the application: `<TextLink to="/account">`. */
export const TextLink = createLink(Anchor<'a'>);

/** A link that looks like a button: for going somewhere, never for doing something. */
export const LinkButton = createLink(Button<'a'>);
