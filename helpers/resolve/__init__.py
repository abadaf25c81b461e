"""Facts of all articles → people, dates, merged meetings: one account.

`helpers.resolve.account.resolve_account` holds the order of the steps;
`helpers.resolve.rows.build_frames` writes the account as the eight frames.
"""
