"""Documents as news databases print them to text: two of each, with the same news."""

import io

from newssearch.readers import Options, formats


def articles(printed, options=Options()):  # noqa: B008 -- a value
    """What is read of text, or of the bytes of one."""
    data = printed if isinstance(printed, bytes) else printed.encode()
    return list(formats.read(io.BytesIO(data), "printed.txt", options))


LEXIS = """\
                               1 of 2 DOCUMENTS


                             The Harbour Times

                            May 3, 2024 Friday
                              Late Edition - Final

Swimmers told to stay
out of the water

BYLINE: By SAM OKAFOR

SECTION: Section A; Column 0; Foreign Desk; Pg. 5

LENGTH: 92 words

DATELINE: LIMA, Peru

 Swimmers in the harbour were told on Friday to stay out of the water
after it rained.

 Notes: this line is of the text.

URL: http://harbour.example/a

GRAPHIC: PHOTO: The harbour (ANN POE)

LOAD-DATE: May 4, 2024

LANGUAGE: ENGLISH

SUBJECT: HARBOURS & PORTS (90%); WATER (78%)

           Copyright 2024 The Harbour Times Company
                     All Rights Reserved

                               2 of 2 DOCUMENTS

                     Copyright 2024 Harbour News
                         The Evening Harbour

                             May 2, 2024

SECTION: NEWS; Pg. 2

LENGTH: 812 words

HEADLINE: Ferry stops

HIGHLIGHT: Winter is early.

BYLINE: Al Roe in Oslo

BODY:

The ferry stopped on Monday.

LOAD-DATE: May 3, 2024
"""
NEXIS_UNI = """\
Swimmers told to stay out of the water
The Harbour Times
May 3, 2024 Friday
Edition 1, National Edition

Copyright 2024 Harbour News All Rights Reserved

Section: NEWS; Pg. 5
Length: 92 words
Byline: Sam Okafor

Body

Swimmers in the harbour were told on Friday to stay out of the water.

Title: a line of the text is what it is.

Graphic

 The harbour on Friday.

Classification

Language: ENGLISH
Load-Date: May 4, 2024

End of Document

Ferry stops
The Evening Harbour
May 2, 2024 Thursday

Length: 12 words

Body

The ferry stopped on Monday.

End of Document
"""
PROQUEST = """\
____________________________________________________________

Report Information from ProQuest

May 07 2024 10:10

____________________________________________________________

Document 1 of 2

Swimmers told to stay out of the water

Author: Okafor, Sam; Roe, Al

http://databases.example/1

Abstract: It rained.

Full text: Swimmers in the harbour were told on Friday to stay out of the water.

The water company was sorry.

Subject: Ports; Water

Publication title: The Harbour Times; London (UK)

Publication date: May 3, 2024

Section: News

Language of publication: English

ProQuest document ID: 1234567

____________________________________________________________

Document 2 of 2

Ferry stops

Full text: The ferry stopped on Monday.

Publication date: May 2, 2024
"""
FACTIVA = """\
HD  Swimmers told to stay
    out of the water
BY  By Sam Okafor
WC  812 words
PD  3 May 2024
ET  08:30
SN  The Harbour Times
LA  English
CY  (c) 2024 Harbour Ltd
LP
LIMA (Reuters) - Swimmers in the harbour were told on Friday to stay out of the water.

TD
IN the end nobody minded.

CO  hbr : Harbour Ltd
NS  cwat : Water | gcat : Politics
    gpol : Ports
RE  uk : United Kingdom
AN  Document HARB000020240503emb7000a1

HD  Ferry stops
WC  12 words
PD  2 May 2024
SN  The Evening Harbour
LP
The ferry stopped on Monday.

AN  Document HARB000020240502emb7000a2
"""
FACTIVA_PLAIN = """\
News
Swimmers told to stay out of the water
By Sam Okafor
1,234 words
3 May 2024
08:30
The Harbour Times
HARB
5
English
(c) 2024 Harbour Ltd. All rights reserved.

LIMA (Reuters) - Swimmers in the harbour were told on Friday to stay out of the water.

812 words were not enough, she said.

Document HARB000020240503ek53000a1

Ferry stops
12 words
2 May 2024
The Evening Harbour
EVHA
English
Copyright 2024 Evening Harbour

The ferry stopped on Monday.

Document EVHA000020240502ek52000a2

Search Summary
Text harbour
"""
NEWSBANK = """\
Title: Swimmers told to stay out of the water
Author: Sam Okafor
Publication: Harbour Times, The (ME)
Date: May 3, 2024
Section: News
Page: A5

Swimmers in the harbour were told on Friday to stay out of the water.

Title: a line of the text is what it is.

Copyright: Copyright 2024 Harbour Ltd
Record Number: 1A2B3C

Title: Ferry stops
Publication: Evening Harbour, The (ME)
Date: May 2, 2024

The ferry stopped on Monday.

Record Number: 1A2B3D
"""
EBSCO = """\
Record: 1
Title: Swimmers told to stay out of the water
Authors: Okafor, Sam
         Roe, Al
Source: Harbour Times, The. 5/23/2024, p5.
Document Type: Article
Subject Terms: *PORTS
Abstract: The article reports on rain.
Full Text Word Count: 812
Accession Number: 2W62
Database: Newspaper Source

Swimmers in the harbour were told on Friday to stay out of the water.

Record: 2
Title: Ferry stops
Source: Evening Harbour, The. 5/22/2024, p1.
Accession Number: 2W63
Database: Newspaper Source

The ferry stopped on Monday.
"""
