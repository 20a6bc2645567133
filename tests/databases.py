"""Documents as news databases print them to text: two of each, with the same news."""

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
