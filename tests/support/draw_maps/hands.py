"""The hands a map can be drawn in.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .hand_prabpk import Prabpk

HANDS = {hand.name: hand for hand in (Prabpk,)}
