// A module of its own, since the bundler gives a package of the older kind, when it is imported later, no names.
export { stem as stemmer } from 'porter2';
