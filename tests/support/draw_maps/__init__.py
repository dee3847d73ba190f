"""Draws plan maps (verbeeldingen, plankaarten) as different offices drew them, with gold: what a reader must find.

SPDX-License-Identifier: GPL-3.0-or-later
"""
