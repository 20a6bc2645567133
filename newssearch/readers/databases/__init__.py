"""Documents as news databases print them to text: Lexis, ProQuest, Factiva, NewsBank and EBSCO."""
